# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Sourced by the scripts of this folder: run from the top folder, one line a step.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
mkdir -p build
jobs=${QUOTH_JOBS:-$(nproc)}

# step "What is done" COMMAND...: the command's output goes to a log, of which the end is shown if it fails.
step() {
  local what=$1 begin=$SECONDS status=0
  local log="build/step-${1//[^A-Za-z0-9]/-}.log"
  shift
  printf '%-44s' "$what"
  if [ -t 1 ]; then
    "$@" >"$log" 2>&1 </dev/null &
    local job=$!
    trap 'kill "$job" 2>/dev/null; exit 130' INT TERM # what runs behind would go on
    # To who looks on, how far a build is: the last "[144/558]" of its log.
    while kill -0 "$job" 2>/dev/null; do
      printf '\r%-44s%s' "$what" "$(tail -c 2000 "$log" | grep -o '^\[[0-9]*/[0-9]*\]' | tail -n 1)"
      sleep 1
    done
    printf '\r%-60s\r%-44s' '' "$what"
    wait "$job" || status=$?
    trap - INT TERM
  else
    "$@" >"$log" 2>&1 </dev/null || status=$?
  fi
  if [ "$status" -ne 0 ]; then
    printf 'FAILED after %d s (exit %d)\n\n' $((SECONDS - begin)) "$status"
    grep -m 5 -A 3 -E '(error|Error):' "$log" >&2 || true
    echo '...' >&2
    tail -n 25 "$log" >&2
    echo "The whole output is in $PWD/$log" >&2
    exit 1
  fi
  printf '%4d s\n' $((SECONDS - begin))
}
