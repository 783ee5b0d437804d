/* The program by its bytes, the libraries by the build ids that their makers gave them. */
#include "report/origin.h"
#include <elf.h>
#include <link.h>
#include <string.h>

typedef struct {
  Arena *arena;
  Manifest *manifest;
} Noting;

/* The build id among the notes of a loaded object, in hexadecimal, or NULL; caller frees. */
static char *build_id(const struct dl_phdr_info *info, const ElfW(Phdr) * segment)
{
  const char *at = (const char *)(info->dlpi_addr + segment->p_vaddr), *end = at + segment->p_memsz;
  while (at + sizeof(ElfW(Nhdr)) <= end) {
    const ElfW(Nhdr) *head = (const void *)at;
    const char *name = at + sizeof *head, *bytes = name + ((head->n_namesz + 3) & ~3u);
    if (bytes + head->n_descsz > end)
      return NULL;
    if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
      GString *hex = g_string_new(NULL);
      for (guint i = 0; i < head->n_descsz; i++)
        g_string_append_printf(hex, "%02x", (guchar)bytes[i]);
      return g_string_free(hex, FALSE);
    }
    at = bytes + ((head->n_descsz + 3) & ~3u);
  }
  return NULL;
}

static int note_library(struct dl_phdr_info *info, size_t size, void *data)
{
  (void)size;
  const Noting *noting = data;
  const char *slash = info->dlpi_name ? strrchr(info->dlpi_name, '/') : NULL;
  g_autofree char *build = NULL;
  for (int i = 0; slash && !build && i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_NOTE)
      build = build_id(info, &info->dlpi_phdr[i]);
  if (slash)
    manifest_add(noting->arena, noting->manifest, ROLE_LIBRARY, slash + 1, NULL)->build =
        arena_strdup(noting->arena, build ? build : "unknown");
  return 0;
}

bool origin_note(Arena *arena, Manifest *manifest, GError **error)
{
  g_autofree char *program = g_file_read_link("/proc/self/exe", error);
  g_autofree char *hash = program ? manifest_hash("/proc/self/exe", error) : NULL;
  if (!hash)
    return false;
  g_autofree char *name = g_path_get_basename(program);
  manifest_add(arena, manifest, ROLE_PROGRAM, name, hash);
  Noting noting = { arena, manifest };
  dl_iterate_phdr(note_library, &noting);
  return true;
}
