/* Signals by which a process ends itself, caught on a stack of their own. */
#include "program/last-words.h"
#include "program/program.h"
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

/* A handler has nothing but what stands here. */
static const char *speaker;
static volatile sig_atomic_t out_of_memory;

static const int clocks[] = { SIGXCPU, SIGPROF };
static const int endings[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT };

static void say(const char *text)
{
  if (write(STDERR_FILENO, text, strlen(text)) < 0)
    return;
}

bool last_words_is_ending(int number)
{
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (endings[i] == number)
      return true;
  return false;
}

/* Who hung up is no reason to stop for a program that was begun with nohup. */
static bool is_ignored(int number)
{
  struct sigaction now;
  return number == SIGHUP && sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

void last_words_add_endings(sigset_t *set)
{
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (!is_ignored(endings[i]))
      sigaddset(set, endings[i]);
}

static const char *why(int number)
{
  if (number == SIGXCPU || number == SIGPROF)
    return ": it took too long: the limit of processor time is reached\n";
  if (last_words_is_ending(number))
    return ": it was asked to stop\n";
  if (out_of_memory)
    return ": there is not enough memory\n";
  return ": stopped by a fault of its own, or by too little memory; if there was enough, tell the makers of the "
         "program\n";
}

/* Of several threads that end at once, one speaks. */
static void on_end(int number)
{
  static atomic_flag spoken = ATOMIC_FLAG_INIT;
  while (atomic_flag_test_and_set(&spoken))
    pause();
  say(speaker);
  say(why(number));
  _exit(EXIT_WORLD);
}

static void handle(const int *numbers, guint n, void (*handler)(int))
{
  struct sigaction action = { .sa_handler = handler, .sa_flags = SA_ONSTACK };
  sigfillset(&action.sa_mask);
  for (guint i = 0; i < n; i++)
    if (!is_ignored(numbers[i]))
      sigaction(numbers[i], &action, NULL);
}

#ifdef QMR_SANITIZED /* it has more to say about crashes */
static void handle_crashes(void (*handler)(int))
{
  (void)handler;
}
#else
enum { STACK_BYTES = 1 << 16 };

static char stack[STACK_BYTES];
static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS };

static void handle_crashes(void (*handler)(int))
{
  sigaltstack(&(stack_t){ .ss_sp = stack, .ss_size = sizeof stack }, NULL);
  handle(crashes, G_N_ELEMENTS(crashes), handler);
}
#endif

/* Where the hard limit comes with the soft one there is no signal but SIGKILL: a timer of our own comes a little
 * earlier. */
static void set_timer(void)
{
  struct rlimit cpu;
  if (getrlimit(RLIMIT_CPU, &cpu) != 0 || cpu.rlim_max == RLIM_INFINITY || cpu.rlim_cur < cpu.rlim_max)
    return;
  struct itimerval timer = { .it_value = { .tv_sec = cpu.rlim_max > 1 ? (time_t)cpu.rlim_max - 1 : 0,
                                           .tv_usec = 750000 } };
  setitimer(ITIMER_PROF, &timer, NULL);
}

void last_words_prepare(const char *name)
{
  speaker = name;
  set_timer();
  handle(clocks, G_N_ELEMENTS(clocks), on_end);
  handle(endings, G_N_ELEMENTS(endings), on_end);
  handle_crashes(on_end);
}

void last_words_leave(void)
{
  handle(clocks, G_N_ELEMENTS(clocks), SIG_DFL);
  handle(endings, G_N_ELEMENTS(endings), SIG_DFL);
  handle_crashes(SIG_DFL);
}

void last_words_of_memory(void)
{
  out_of_memory = 1;
}
