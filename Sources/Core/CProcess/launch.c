#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE  // pipe2, setgroups and syscall
#endif

#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>
#endif

// Where the kept descriptor and the way to report a failure stand in the child; all above are closed.
enum { kept_place = 3, report_place = 4, first_closed = 5, out_of_the_way = 16 };

struct failure {
  int step;
  int error_number;
};

// Between fork and exec only calls that need no lock and no memory are safe, because other threads are gone.

static _Noreturn void report_failure(int report, int step) {
  struct failure failure = { step, errno };
  ssize_t written = write(report, &failure, sizeof failure);
  _exit(written == (ssize_t)sizeof failure ? 127 : 126);
}

static void close_from(unsigned first) {
#if defined(SYS_close_range)
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  long limit = sysconf(_SC_OPEN_MAX);
  if (limit < 0 || limit > 65536) limit = 65536;
  for (long descriptor = first; descriptor < limit; descriptor++) close((int)descriptor);
}

static void forget_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// First out of the way, so that no descriptor is overwritten before it stands in its place.
static int arrange_descriptors(const struct launch *launch, int report) {
  int output = fcntl(launch->output, F_DUPFD_CLOEXEC, out_of_the_way);
  int kept = launch->kept < 0 ? -1 : fcntl(launch->kept, F_DUPFD_CLOEXEC, out_of_the_way);
  int away = fcntl(report, F_DUPFD_CLOEXEC, out_of_the_way);
  int input = open("/dev/null", O_RDONLY);
  if (output < 0 || away < 0 || input < 0 || (launch->kept >= 0 && kept < 0)) return -1;
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) return -1;
  if (kept < 0) close(kept_place);
  else if (dup2(kept, kept_place) < 0) return -1;
  if (dup2(away, report_place) < 0) return -1;
  fcntl(report_place, F_SETFD, FD_CLOEXEC);
  close_from(first_closed);
  return 0;
}

static _Noreturn void become(const struct launch *launch, int report) {
  if (arrange_descriptors(launch, report) != 0) report_failure(report, launch_step_fork);
  forget_signals();
  umask(077);
  if (launch->is_detached) setsid();
  if (launch->changes_user
      && (setgroups(1, &launch->group) != 0 || setgid(launch->group) != 0 || setuid(launch->user) != 0)) {
    report_failure(report_place, launch_step_user);
  }
  if (chdir(launch->folder) != 0) report_failure(report_place, launch_step_folder);
  execve(launch->program, launch->arguments, launch->environment);
  report_failure(report_place, launch_step_program);
}

static int open_report(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

struct launched launch_program(struct launch launch) {
  int ends[2];
  if (open_report(ends) != 0) return (struct launched){ -1, launch_step_fork, errno };
  pid_t process = fork();
  if (process == 0) become(&launch, ends[1]);
  int error_number = errno;
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return (struct launched){ -1, launch_step_fork, error_number };
  }
  // The pipe closes by itself at exec: nothing to read means that the program runs.
  struct failure failure = { launch_step_none, 0 };
  ssize_t length;
  do { length = read(ends[0], &failure, sizeof failure); } while (length < 0 && errno == EINTR);
  close(ends[0]);
  if (length != (ssize_t)sizeof failure) return (struct launched){ process, launch_step_none, 0 };
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
  return (struct launched){ -1, failure.step, failure.error_number };
}
