/* Three questions: are these the files of the manifest; is what they were made from still there; does it give the same?
 */
#include "verify/verify.h"
#include "base/text.h"
#include "record/record-read.h"
#include "verify/proof.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void proof_clear(Proof *proof)
{
  g_free(proof->folder);
  g_free(proof->manifest_path);
  g_free(proof->shown);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Proof, proof_clear)

/* False: path is no manifest of a folder. */
static bool find_manifest(const char *path, Proof *proof)
{
  g_autofree char *here = g_get_current_dir(), *full = g_canonicalize_filename(path, here);
  if (g_file_test(full, G_FILE_TEST_EXISTS) && !g_file_test(full, G_FILE_TEST_IS_DIR)) {
    g_autofree char *team = g_path_get_dirname(full), *named = g_path_get_dirname(path);
    proof->folder = g_path_get_dirname(team);
    proof->shown = g_path_get_dirname(named);
    proof->manifest_path = g_strdup(path);
    g_autofree char *expected = g_build_filename(proof->folder, MANIFEST_NAME, NULL);
    return strcmp(expected, full) == 0;
  }
  proof->folder = g_steal_pointer(&full);
  proof->shown = g_strdup(path);
  proof->manifest_path = g_build_filename(path, MANIFEST_NAME, NULL);
  return true;
}

/* Whether the folder stands where the manifest says that its run put it. */
static bool check_place(const Proof *proof, const char *folder)
{
  g_autofree char *real = realpath(proof->folder, NULL), *end = g_strconcat("/", folder, NULL);
  if (g_str_has_suffix(proof->folder, end) || (real && g_str_has_suffix(real, end)))
    return true;
  diag_file(proof->diags, "O-PLACE", proof->manifest_path, "its run put it into %s, and it stands elsewhere", folder);
  return false;
}

/* The version is that of the program: another one means another program. */
static bool check_version(const Proof *proof, Origin origin)
{
  if (strcmp(proof->manifest->version, QMR_VERSION) == 0)
    return true;
  diag_file(proof->diags, origin == ORIGIN_PROGRAM ? "O-PROGRAM" : "O-DIFFERS", proof->manifest_path,
            "it says version %s, and this is " QMR_VERSION, proof->manifest->version);
  return origin == ORIGIN_PROGRAM;
}

/* Makes it all again; what is not the same is an error only where nothing else explains it. What other libraries made
 * is proved by the same bytes; whether another program did all else that a run does, nobody here can tell. */
static bool repeat(const Proof *proof, GHashTable *broken, Verified *ret, GError **error)
{
  g_autoptr(Doubts) doubts = doubts_new(proof->manifest);
  g_autofree char *fault = NULL;
  ret->answer = VERIFY_ALTERED;
  if (!proof_repeat(proof, proof->manifest, ret, &fault, error)) {
    if (fault)
      diag_file(proof->diags, "O-NOTHING", proof->manifest_path, "no run of ours can have made it: %s", fault);
    return fault != NULL;
  }
  Origin origin = proof_check_origin(proof, ret->made.manifest, doubts);
  bool ours = proof_check_occasion(proof, ret) && check_version(proof, origin) &&
              (origin == ORIGIN_PROGRAM || proof_check_writing(proof));
  Claims claims = proof_compare(proof, ret->made.manifest, broken, doubts, &ret->n);
  if (!ours || claims == CLAIMS_REFUTED)
    return true;
  bool repeated = claims == CLAIMS_SAME && origin != ORIGIN_PROGRAM && check_place(proof, ret->folder);
  ret->answer = repeated ? VERIFY_REPEATED : VERIFY_UNREPEATABLE;
  return true;
}

static bool prove(Proof *proof, Verified *ret, GError **error)
{
  if (!proof_check_files(proof, error))
    return false;
  proof_check_entries(proof);
  if (diag_count(proof->diags, LEVEL_ERROR) > 0)
    return true;
  g_autofree char *base = text_unescape(proof->manifest->base), *real = realpath(proof->folder, NULL);
  g_autofree char *full = g_canonicalize_filename(base, real ? real : proof->folder);
  ret->base = arena_strdup(proof->arena, full);
  ret->answer = VERIFY_UNREPEATABLE;
  if (g_chdir(full) != 0) {
    diag_file(proof->diags, "O-INPUT", full, "is the folder that the run was made in, and is not there");
    return true;
  }
  g_autoptr(GHashTable) broken = g_hash_table_new(NULL, NULL);
  proof_check_sources(proof, broken);
  if (g_hash_table_size(broken) == 0)
    return repeat(proof, broken, ret, error);
  if (proof_is_refuted(proof, broken, ret))
    ret->answer = VERIFY_ALTERED;
  return true;
}

/* Works in the folder of the run, and comes back. */
static bool prove_there(Proof *proof, Verified *ret, GError **error)
{
  int here = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
  bool done = prove(proof, ret, error);
  if (here >= 0 && fchdir(here) != 0)
    done = false;
  if (here >= 0)
    close(here);
  if (ret->answer != VERIFY_REPEATED)
    report_made_clear(&ret->made);
  return done;
}

bool verify_folder(Arena *arena, const char *path, Verified *ret, DiagList *diags, GError **error)
{
  static const Spec *const specs[] = { &manifest_spec, NULL };
  g_auto(Proof) proof = { .arena = arena, .diags = diags };
  *ret = (Verified){ .answer = VERIFY_ALTERED };
  if (!find_manifest(path, &proof)) {
    diag_file(diags, "O-NOTHING", path, "is no manifest of a folder: it stands in no team/manifest.xml");
    return true;
  }
  const char *instead = proof_instead_of_file(proof.folder, MANIFEST_NAME);
  if (instead) {
    diag_file(diags, "O-NOTHING", proof.manifest_path, "%s", instead);
    return true;
  }
  GError *unread = NULL;
  proof.manifest = record_read_own(arena, proof.manifest_path, specs, diags, &unread);
  if (unread) {
    g_propagate_error(error, unread);
    return false;
  }
  if (!proof.manifest || diag_count(diags, LEVEL_ERROR) > 0)
    return true;
  g_autofree char *folder = text_unescape(proof.manifest->folder);
  ret->folder = arena_strdup(arena, folder);
  return prove_there(&proof, ret, error);
}

void verified_clear(Verified *verified)
{
  report_made_clear(&verified->made);
}
