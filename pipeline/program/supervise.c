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

static bool stopped;

bool supervise_was_stopped(void)
{
  return stopped;
}

/* Waits for the child, and ends it when a signal asks to stop; its status. */
static int wait_for(pid_t child, const sigset_t *set)
{
  int status = 0;
  for (;;) {
    pid_t ended = waitpid(child, &status, stopped ? 0 : WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR))
      return status;
    if (ended < 0)
      continue;
    int number = sigwaitinfo(set, NULL);
    if (number <= 0 || number == SIGCHLD)
      continue;
    stopped = true;
    kill(child, SIGKILL);
  }
}

static const char *why(int status)
{
  if (stopped)
    return "it was asked to stop";
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
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  last_words_add_endings(&set);
  sigprocmask(SIG_BLOCK, &set, &before);
  fflush(NULL);
  pid_t parent = getpid(), child = note == MAP_FAILED ? -1 : fork();
  if (child < 0) {
    fprintf(stderr, "qmr: cannot begin: %s\n", strerror(errno));
    return EXIT_WORLD;
  }
  if (child == 0)
    exit(child_run(supervised, note, data, parent, &before));
  int status = wait_for(child, &set);
  stopped |= WIFSIGNALED(status) && last_words_is_ending(WTERMSIG(status)); /* both were asked */
  bool ended = !stopped && WIFEXITED(status);
  if (!ended)
    supervised->rescue(note, why(status), stopped, data);
  else if (supervised->ended)
    supervised->ended(note, data);
  munmap(note, sizeof *note);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return ended ? WEXITSTATUS(status) : EXIT_WORLD;
}
