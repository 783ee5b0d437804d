/* A run remembered: the request that a manifest was made of. */
#pragma once
#include "manifest/manifest.h"
#include "report/request.h"

/* In the arena; paths as they were given, from the manifest's working directory. */
const ReportRequest *recall_request(Arena *arena, const Manifest *manifest);
