/* What every main() does first and last. */
#include "program/program.h"
#include "base/text.h"
#include "program/complete.h"
#include "program/last-words.h"
#include "program/man-page.h"
#include "program/terminal.h"
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MEMORY_BYTES = 1 << 30, THREAD_STACK_BYTES = 2 << 20, CPU_SECONDS = 120, LEAST_FILES = 16 };

/* The one choice that program_begin must hand to program_end: --format=json. */
static bool as_json;

static void limit(int what, rlim_t most)
{
  struct rlimit now;
  if (getrlimit(what, &now) == 0 && (now.rlim_cur == RLIM_INFINITY || now.rlim_cur > most)) {
    now.rlim_cur = most;
    setrlimit(what, &now);
  }
}

/* Pango keeps a thread for each family of fonts that it was asked for: with glibc's usual arena and stack each would
 * take up to 136 MB of the addresses that there are. */
static void keep_threads_small(void)
{
  pthread_attr_t usual;
  mallopt(M_ARENA_MAX, 1);
  if (pthread_getattr_default_np(&usual) != 0)
    return;
  if (pthread_attr_setstacksize(&usual, THREAD_STACK_BYTES) == 0)
    pthread_setattr_default_np(&usual);
  pthread_attr_destroy(&usual);
}

/* Hostile input must not exhaust the machine; honest work never gets near these limits. */
static void set_limits(void)
{
  keep_threads_small();
#ifndef QMR_SANITIZED /* the sanitizer reserves terabytes */
  limit(RLIMIT_AS, MEMORY_BYTES);
#endif
  limit(RLIMIT_CPU, CPU_SECONDS);
  limit(RLIMIT_CORE, 0);
}

/* With fewer, folders that are there would seem empty to libraries. */
static void check_limits(const char *name)
{
  struct rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= LEAST_FILES)
    return;
  files.rlim_cur = MIN(files.rlim_max, LEAST_FILES);
  if (setrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur == LEAST_FILES)
    return;
  fprintf(stderr, "%s: only %u files may be open at once, and %d are needed (ulimit -n)\n", name, (guint)files.rlim_cur,
          LEAST_FILES);
  exit(EXIT_WORLD);
}

/* A file opened later must not take the place of a stream that the caller closed: messages would be written into it.
 * Nothing can be printed on a stream that was closed. */
static void open_streams(void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_RDWR : O_RDONLY) < 0)
      return;
}

/* What can be told by an error code ends no program: files too large, readers that went away. */
static void ignore_signals(void)
{
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
}

/* Text of a library's message, or "". */
static const char *message_of(const GLogField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp(fields[i].key, "MESSAGE") == 0)
      return fields[i].value;
  return "";
}

/* One form of message for what libraries have to say, too. After an error GLib ends the process: see last-words.h. */
static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer name)
{
  if (level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO | G_LOG_LEVEL_MESSAGE))
    return G_LOG_WRITER_HANDLED;
  const char *message = message_of(fields, n_fields);
  if (strstr(message, "failed to allocate"))
    last_words_of_memory();
  else
    fprintf(stderr, "%s: library: %s\n", (const char *)name, message);
  return G_LOG_WRITER_HANDLED;
}

/* GLib takes a writer once in a process only. */
static void catch_logs(const char *name)
{
  static gsize done;
  if (!g_once_init_enter(&done))
    return;
  g_log_set_writer_func(write_log, (gpointer)name, NULL);
  g_once_init_leave(&done, 1);
}

static bool stop(int *ret_exit, int code)
{
  *ret_exit = code;
  return false;
}

int program_usage(const Program *program, const char *fault)
{
  g_autofree char *said = text_tame(fault);
  fprintf(stderr, "%s: %s\ntry '%s --help'\n", program->name, said, program->name);
  return EXIT_USAGE;
}

int program_missing(const Program *program, int n)
{
  fprintf(stderr, "%s: %s is missing\nfor example: %s %s\ntry '%s --help'\n", program->name, program->needed[n],
          program->name, program->example, program->name);
  return EXIT_USAGE;
}

static bool usage(const Program *program, int *ret_exit, const char *text)
{
  return stop(ret_exit, program_usage(program, text));
}

/* What every program is asked. */
typedef struct {
  char *format;
  gboolean help, version;
} Shared;

static Shared asked;

static const GOptionEntry shared[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &asked.format, "How messages are shown: text or json", "text|json" },
  { "version", 0, 0, G_OPTION_ARG_NONE, &asked.version, "Show the version", NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &asked.help, "Show this", NULL },
  { NULL },
};

/* GLib's own --help ends the process, whether anything was printed or not. */
static GOptionContext *context_new(const Program *program)
{
  GOptionContext *context = g_option_context_new(program->usage);
  g_option_context_set_help_enabled(context, FALSE);
  g_option_context_set_summary(context, program->summary);
  if (program->options)
    g_option_context_add_main_entries(context, program->options, NULL);
  g_option_context_add_main_entries(context, shared, NULL);
  return context;
}

static bool takes_one(const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_STRING || entry->arg == G_OPTION_ARG_FILENAME || entry->arg == G_OPTION_ARG_INT;
}

static bool takes_value(const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE && entry->arg != G_OPTION_ARG_CALLBACK;
}

/* The row that a word of the command line names, or NULL; *ret_rest: what follows its name in the word, "" for nothing.
 */
static const GOptionEntry *find_option(const GOptionEntry *options, const char *word, const char **ret_rest)
{
  for (const GOptionEntry *entry = options; entry && entry->long_name; entry++) {
    g_autofree char *name = g_strconcat("--", entry->long_name, NULL);
    *ret_rest = word + strlen(name);
    if (g_str_has_prefix(word, name) && (!**ret_rest || **ret_rest == '='))
      return entry;
    *ret_rest = word + 2;
    if (word[0] == '-' && entry->short_name && word[1] == entry->short_name)
      return entry;
  }
  return NULL;
}

/* GLib takes the last of an option that is given twice, and forgets the first without a word. NULL: there is none. */
static const GOptionEntry *find_repeated(const GOptionEntry *options, int argc, char **argv)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
    const char *rest;
    const GOptionEntry *entry = find_option(options, argv[i], &rest);
    if (entry && takes_one(entry) && !g_hash_table_add(seen, (gpointer)entry))
      return entry;
    if (entry && takes_value(entry) && !*rest)
      i++;
  }
  return NULL;
}

static bool is_empty(const GOptionEntry *entry)
{
  if (takes_one(entry) && entry->arg != G_OPTION_ARG_INT)
    return *(char **)entry->arg_data && !**(char **)entry->arg_data;
  if (entry->arg != G_OPTION_ARG_STRING_ARRAY && entry->arg != G_OPTION_ARG_FILENAME_ARRAY)
    return false;
  char **values = *(char ***)entry->arg_data;
  return values && g_strv_contains((const char *const *)values, "");
}

/* What is given empty is no name: it would lead to the folder where one stands. NULL: there is none; caller frees. */
static char *fault_of_empty(const GOptionEntry *options, char *const *files)
{
  for (; options && options->long_name; options++)
    if (is_empty(options))
      return g_strdup_printf("--%s is empty", options->long_name);
  return g_strv_contains((const char *const *)files, "") ? g_strdup("an argument is empty") : NULL;
}

/* Options are gone; what begins with '-' before "--" would be an unknown option and was refused. */
static char **files(int *argc, char **argv)
{
  int from = 1;
  if (*argc > 1 && strcmp(argv[1], "--") == 0)
    from = 2;
  *argc -= from;
  return argv + from;
}

void program_prepare(const char *name)
{
  if (!setlocale(LC_ALL, "C.UTF-8")) /* sorts and numbers as C, prints every letter */
    setlocale(LC_ALL, "C");
  open_streams();
  ignore_signals();
  set_limits();
  check_limits(name);
  catch_logs(name);
  last_words_prepare(name);
  g_set_prgname(name);
}

/* Whether it is told about itself, and not asked to do anything. */
static bool tell_of_itself(const Program *program, GOptionContext *context)
{
  g_autofree char *help = asked.help ? g_option_context_get_help(context, TRUE, NULL) : NULL;
  if (help)
    fputs(help, stdout);
  else if (asked.version)
    printf("%s %s\n", program->name, QMR_VERSION);
  return help || asked.version;
}

/* What builds and shells ask of a program, and no user: its page of the manual, and what may stand next on its command
 * line. */
static bool tell_machines(const Program *program, int argc, char **argv)
{
  g_autoptr(GString) text = NULL;
  if (argc == 2 && strcmp(argv[1], PROGRAM_MAN) == 0)
    text = man_page_of(program, shared);
  else if (argc > 2 && strcmp(argv[1], PROGRAM_COMPLETE) == 0)
    complete_words(program, shared, argv + 2, text = g_string_new(NULL));
  if (text)
    fputs(text->str, stdout);
  return text != NULL;
}

static bool check_files(const Program *program, int n_files, char *const *files, int *ret_exit)
{
  if (n_files < program->min_files)
    return stop(ret_exit, program_missing(program, n_files));
  if (program->max_files < 0 || n_files <= program->max_files)
    return true;
  g_autofree char *fault = g_strdup_printf("'%s' is one too many", files[program->max_files]);
  return usage(program, ret_exit, fault);
}

bool program_begin(const Program *program, int *argc, char ***argv, char ***ret_files, int *ret_exit)
{
  program_prepare(program->name);
  if (tell_machines(program, *argc, *argv))
    return stop(ret_exit, program_finish(program, EXIT_CLEAN));
  asked = (Shared){ NULL, FALSE, FALSE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = context_new(program);
  const GOptionEntry *repeated = find_repeated(program->options, *argc, *argv);
  g_autofree char *twice = repeated ? g_strdup_printf("--%s is given twice", repeated->long_name) : NULL;
  if (twice)
    return usage(program, ret_exit, twice);
  bool parsed = g_option_context_parse(context, argc, argv, &error);
  g_autofree char *format = asked.format;
  if (!parsed)
    return usage(program, ret_exit, error->message);
  if (tell_of_itself(program, context))
    return stop(ret_exit, program_finish(program, EXIT_CLEAN));
  if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
    return usage(program, ret_exit, "--format must be text or json");
  as_json = format && strcmp(format, "json") == 0;
  int n_files = *argc;
  *ret_files = files(&n_files, *argv);
  g_autofree char *empty = fault_of_empty(program->options, *ret_files);
  if (empty)
    return usage(program, ret_exit, empty);
  return check_files(program, n_files, *ret_files, ret_exit);
}

bool program_as_json(void)
{
  return as_json;
}

void program_say(const Program *program, const char *text)
{
  g_autofree char *said = text_tame(text);
  fprintf(stderr, "%s: %s\n", program->name, said);
}

static void print_diags(DiagList *diags)
{
  g_autoptr(GString) out = g_string_new(NULL);
  FILE *stream = as_json ? stdout : stderr;
  diag_sort(diags);
  if (as_json)
    diag_print_json(diags, out);
  else if (terminal_has_colours(STDERR_FILENO))
    diag_print_coloured(diags, out);
  else
    diag_print_text(diags, out);
  fwrite(out->str, 1, out->len, stream);
}

/* Asked of the descriptor: the error of what was printed first is forgotten. */
static bool is_reader_gone(int fd)
{
  struct pollfd out = { .fd = fd, .events = POLLOUT };
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP));
}

/* Whether all that was written to a stream is where it should be, or nobody reads it any more. */
static bool is_printed(FILE *stream, int fd)
{
  return (fflush(stream) == 0 && !ferror(stream)) || is_reader_gone(fd);
}

int program_finish(const Program *program, int code)
{
  static bool told; /* once is enough */
  bool printed = is_printed(stdout, STDOUT_FILENO), said = is_printed(stderr, STDERR_FILENO);
  if (printed && said)
    return code;
  if (!printed && !told)
    program_say(program, "cannot write to standard output");
  told = true;
  return code == EXIT_CLEAN || code == EXIT_FAULTS ? EXIT_WORLD : code;
}

int program_end(const Program *program, DiagList *diags, GError *error)
{
  if (diags)
    print_diags(diags);
  if (error)
    program_say(program, error->message);
  bool faults = diags && diag_count(diags, LEVEL_ERROR) > 0;
  return program_finish(program, error ? EXIT_WORLD : faults ? EXIT_FAULTS : EXIT_CLEAN);
}
