#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

// Occupies those of the three standard streams that were closed when the program started, so that nothing that is opened
// later takes the number of one. It runs before Swift does, whose tasks open descriptors of their own before main.
//
// Each is opened the wrong way round: reading or writing it is a bad descriptor, as if it were closed.
__attribute__((constructor(101))) static void occupy_closed_streams(void) {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; number++) {
    if (fcntl(number, F_GETFD) < 0 && errno == EBADF) {
      (void)!open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}
