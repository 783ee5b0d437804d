/* Limits of the processes that read a PDF. */
#include "pdf/stream.h"
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

void limits_set(guint64 memory_bytes, guint cpu_seconds, guint64 file_bytes)
{
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#ifndef QMR_SANITIZED /* the sanitizer reserves terabytes */
  setrlimit(RLIMIT_AS, &(struct rlimit){ memory_bytes, memory_bytes });
#else
  (void)memory_bytes;
#endif
  setrlimit(RLIMIT_CPU, &(struct rlimit){ cpu_seconds, cpu_seconds });
  setrlimit(RLIMIT_FSIZE, &(struct rlimit){ file_bytes, file_bytes });
  setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
}

#define ALLOW(call_)                                                                                                   \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call_, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* What is not on the list fails as if it were forbidden: a library that looks for its files finds none. */
void limits_close_doors(void)
{
#ifndef QMR_SANITIZED
  struct sock_filter filter[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    ALLOW(read),
    ALLOW(pread64),
    ALLOW(write),
    ALLOW(close),
    ALLOW(lseek),
    ALLOW(fstat),
    ALLOW(fcntl),
    ALLOW(newfstatat),
    ALLOW(mmap),
    ALLOW(munmap),
    ALLOW(mremap),
    ALLOW(mprotect),
    ALLOW(madvise),
    ALLOW(brk),
    ALLOW(futex),
    ALLOW(rt_sigaction),
    ALLOW(rt_sigprocmask),
    ALLOW(rt_sigreturn),
    ALLOW(setitimer),
    ALLOW(getrusage),
    ALLOW(clock_gettime),
    ALLOW(getrandom),
    ALLOW(exit),
    ALLOW(exit_group),
    ALLOW(getpid),
    ALLOW(gettid),
    ALLOW(tgkill),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
  const struct sock_fprog program = { G_N_ELEMENTS(filter), filter };
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#endif
}
