#ifndef CPROCESS_H
#define CPROCESS_H

#include <sys/types.h>

// A program to start, and the circumstances under which it runs.
struct launch {
  const char *program;             // an absolute path
  char *const *arguments;          // the program's own name first, NULL last
  char *const *environment;        // all that the program sees of the environment, NULL last
  const char *folder;              // where it stands, entered with the rights that it runs with
  int output;                      // receives standard output and standard error
  int kept;                        // handed over as descriptor 3, or -1 for none
  uid_t user;                      // whom it runs as, where `changes_user` is not 0
  gid_t group;
  int changes_user;
  int is_detached;                 // whether it gets a session of its own and outlives the terminal
};

// The step at which a launch failed.
enum launch_step { launch_step_none, launch_step_fork, launch_step_user, launch_step_folder, launch_step_program };

// What became of a launch: the process, or the step that failed and the system's error number.
struct launched {
  pid_t process;
  int failed_step;
  int error_number;
};

// Starts the program and returns once it runs or has failed to.
struct launched launch_program(struct launch launch);

#endif
