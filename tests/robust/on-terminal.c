/* Runs a program on a terminal of its own and prints what it showed there: on-terminal PROGRAM ARGUMENT...
 * The exit code is the program's; 77 when there is no terminal to be had. */
#include <errno.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
  int terminal, status;
  char bytes[4096];
  if (argc < 2)
    return 2;
  pid_t child = forkpty(&terminal, NULL, NULL, NULL);
  if (child < 0)
    return 77;
  if (child == 0) {
    execv(argv[1], argv + 1);
    _exit(127);
  }
  for (ssize_t n; (n = read(terminal, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR);)
    if (n > 0 && write(STDOUT_FILENO, bytes, (size_t)n) != n)
      return 3;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
