/* Sends a signal to a program at its n-th step that changes files: break-at N SIGNAL PROGRAM ARGUMENT... (+SIGNAL: to
 * the one of its processes that makes the step; !ERRNO: the step fails with that error
 * instead; xERRNO: so, where files cannot be exchanged). Steps are counted in
 * all its processes, so that no clock decides. N 0: sends nothing, and prints how many there are. Its standard output
 * goes nowhere; the exit code is its own, 128 + n after a signal, 77 when it may not be traced. */
#include <errno.h>
#include <fcntl.h>
#include <linux/ptrace.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

long ptrace(int request, ...); /* <sys/ptrace.h> and <linux/ptrace.h> do not go together */

static bool changes_files(const struct ptrace_syscall_info *info)
{
  switch (info->entry.nr) {
  case __NR_openat:
    return (info->entry.args[2] & O_CREAT) != 0;
#ifdef __NR_open
  case __NR_open:
    return (info->entry.args[1] & O_CREAT) != 0;
#endif
  case __NR_write:
  case __NR_pwrite64:
    return info->entry.args[0] > 2;
#ifdef __NR_rename
  case __NR_rename:
  case __NR_link:
  case __NR_unlink:
  case __NR_mkdir:
  case __NR_rmdir:
#endif
#ifdef __NR_renameat
  case __NR_renameat:
#endif
  case __NR_renameat2:
  case __NR_linkat:
  case __NR_unlinkat:
  case __NR_mkdirat:
  case __NR_ftruncate:
  case __NR_flock:
  case __NR_fsync:
  case __NR_syncfs:
    return true;
  default:
    return false;
  }
}

static bool is_exchange(pid_t pid)
{
  struct ptrace_syscall_info info = { 0 };
  return ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) > 0 && info.entry.nr == __NR_renameat2 &&
         info.entry.args[4] != 0;
}

static bool is_step(pid_t pid)
{
  struct ptrace_syscall_info info = { 0 };
  return ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY &&
         changes_files(&info);
}

/* The step is not made: its number becomes one that no step has, and what it returns is the error. */
static bool fail_step(pid_t pid, int code)
{
#ifdef __x86_64__
  return ptrace(PTRACE_POKEUSR, pid, (void *)offsetof(struct user, regs.orig_rax), (void *)-1L) == 0 &&
         ptrace(PTRACE_POKEUSR, pid, (void *)offsetof(struct user, regs.rax), (void *)(intptr_t)-code) == 0;
#else
  (void)pid, (void)code;
  return false;
#endif
}

/* False: it cannot be done here. */
static bool break_step(pid_t pid, pid_t first, const char *how)
{
  if (*how == '!' || *how == 'x')
    return fail_step(pid, atoi(how + 1));
  return kill(*how == '+' ? pid : first, atoi(how)) == 0;
}

/* Goes on after a stop; signals are passed on, stops of the tracer's own are not. */
static void go_on(pid_t pid, int status)
{
  int number = WSTOPSIG(status);
  bool own = number == (SIGTRAP | 0x80) || number == SIGSTOP || status >> 16 != 0;
  ptrace(PTRACE_SYSCALL, pid, NULL, (void *)(intptr_t)(own ? 0 : number));
}

static int code_of(int status)
{
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Follows all processes to their ends; the first one's exit code. */
static int follow(pid_t first, long n, const char *how, long *ret_steps)
{
  int status, code = 0;
  for (pid_t pid; (pid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
    if (pid <= 0)
      continue;
    if (!WIFSTOPPED(status)) {
      code = pid == first ? code_of(status) : code;
      continue;
    }
    bool stepped = WSTOPSIG(status) == (SIGTRAP | 0x80) && is_step(pid) && ++*ret_steps;
    bool broken = stepped && *ret_steps == n                   ? break_step(pid, first, how)
                  : stepped && *how == 'x' && is_exchange(pid) ? fail_step(pid, EINVAL)
                                                               : true;
    if (!broken) {
      kill(first, SIGKILL);
      return 77;
    }
    go_on(pid, status);
  }
  return code;
}

static void begin(char **argv)
{
  int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  close(nowhere);
  if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
    _exit(77);
  raise(SIGSTOP);
  execv(argv[0], argv);
  _exit(127);
}

int main(int argc, char **argv)
{
  if (argc < 4)
    return 2;
  long steps = 0, n = atol(argv[1]);
  pid_t first = fork();
  if (first == 0)
    begin(argv + 3);
  int status;
  if (first < 0 || waitpid(first, &status, 0) != first || !WIFSTOPPED(status))
    return 77;
  const intptr_t options =
      PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;
  if (ptrace(PTRACE_SETOPTIONS, first, NULL, (void *)options) != 0)
    return 77;
  ptrace(PTRACE_SYSCALL, first, NULL, NULL);
  int code = follow(first, n, argv[2], &steps);
  if (n == 0)
    printf("%ld\n", steps);
  return code;
}
