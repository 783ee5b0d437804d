/* One child, and its end. */
#include "program/supervise.h"
#include "program/last-words.h"
#include "program/program.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static const int endings[] = { SIGTERM, SIGINT, SIGHUP };

static void set_of_endings(sigset_t *set)
{
  sigemptyset(set);
  sigaddset(set, SIGCHLD);
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    sigaddset(set, endings[i]);
}

/* Waits for the child; when a signal asks to end, ends it first. *ret_signal: that signal, or 0. */
static int wait_for(pid_t child, const sigset_t *set, int *ret_signal)
{
  int status = 0;
  *ret_signal = 0;
  for (;;) {
    pid_t ended = waitpid(child, &status, *ret_signal ? 0 : WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR))
      return status;
    if (ended < 0)
      continue;
    int number = sigwaitinfo(set, NULL);
    if (number <= 0 || number == SIGCHLD)
      continue;
    *ret_signal = number;
    kill(child, SIGKILL);
  }
}

static const char *why(int status)
{
  switch (WIFSIGNALED(status) ? WTERMSIG(status) : 0) {
  case SIGXCPU:
  case SIGKILL:
    return "it took too long, or more than the machine could give";
  default:
    return "it stopped by a fault of its own, or by too little memory; if there was enough, tell the makers of the "
           "program";
  }
}

static int child_run(const Supervised *supervised, SuperviseNote *note, void *data, pid_t parent,
                     const sigset_t *before)
{
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    return EXIT_WORLD;
  sigprocmask(SIG_SETMASK, before, NULL);
  last_words_leave();
  return supervised->run(note, data);
}

int supervise(const Supervised *supervised, void *data)
{
  SuperviseNote *note = mmap(NULL, sizeof *note, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sigset_t set, before;
  set_of_endings(&set);
  sigprocmask(SIG_BLOCK, &set, &before);
  fflush(NULL);
  pid_t parent = getpid(), child = note == MAP_FAILED ? -1 : fork();
  if (child < 0) {
    fprintf(stderr, "qmr: cannot begin: %s\n", strerror(errno));
    return EXIT_WORLD;
  }
  if (child == 0)
    exit(child_run(supervised, note, data, parent, &before));
  int number, status = wait_for(child, &set, &number);
  bool ended = !number && WIFEXITED(status);
  if (!ended)
    supervised->rescue(note, number ? "it was asked to stop" : why(status), number != 0, data);
  munmap(note, sizeof *note);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return ended ? WEXITSTATUS(status) : number ? 128 + number : EXIT_WORLD;
}
