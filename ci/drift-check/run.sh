#!/usr/bin/env bash
# Checks one environment for drift, or merges the reports of its shards, and says it where people look: reports as files, annotations in the log, the summary of
# the job, and outputs for the steps that follow. Runs in the folder of the project; action.yml gives the variables:
#
#   DRIFT_ENVIRONMENT  the environment, by name
#   DRIFT_STACKS       its stacks, with blanks or line ends between; all of them if empty
#   DRIFT_COMMAND      how Plumbline is run; if empty ./plumbline, else Maven with the plugin
#   DRIFT_FAIL_ON      drift, incomplete or never
#   DRIFT_SHARD        the part to check, as in 2/3; all of it if empty
#   DRIFT_WHO          true: ask the provider's audit log who did what is found
#   DRIFT_MERGE        a folder with the reports of all shards to merge, from the root of the repository, in place of a check
#   DRIFT_REPORTS      the folder for the reports, from the root of the repository; one in RUNNER_TEMP if empty
#
# Exit code 0: nothing to fail on; 2: drift; 3: not all could be read; 1: the check itself failed, whatever to fail on.
set -euo pipefail

readonly environment=${DRIFT_ENVIRONMENT:-}
readonly fail_on=${DRIFT_FAIL_ON:-incomplete}
readonly shard=${DRIFT_SHARD:-}
readonly who=${DRIFT_WHO:-false}
reports=${DRIFT_REPORTS:-${RUNNER_TEMP:-/tmp}/plumbline-drift/$environment}
[[ $reports == /* || $reports == ?:* ]] || reports=${GITHUB_WORKSPACE:-$PWD}/$reports
readonly reports
merge=${DRIFT_MERGE:-}
[[ -z $merge || $merge == /* || $merge == ?:* ]] || merge=${GITHUB_WORKSPACE:-$PWD}/$merge
readonly merge
readonly json=$reports/drift.json sarif=$reports/drift.sarif junit=$reports/drift.junit.xml
readonly html=$reports/drift.html markdown=$reports/drift.md annotations=$reports/drift.annotations
readonly written=("$json" "$sarif" "$junit" "$html" "$markdown" "$annotations")

output() { printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"; }

# What is left of the reports of a check that failed is no report.
fail() {
  rm -f "${written[@]}"
  tell error 1
  printf '## ❌ %s: the drift check failed\n\n%s\n' "$environment" "$1" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  printf '::error title=Drift check failed::%s: %s\n' "$environment" "$1"
  exit 1
}

# The verdict stands beside the reports too, for jobs that have only those.
tell() {
  mkdir -p "$reports"
  printf '%s\n' "$1" >"$reports/verdict"
  output verdict "$1"
  output exit-code "$2"
  output reports "$reports"
}

# Sets the array stacks. No value can pass for an option, a list or a line of its own.
check_inputs() {
  case $reports$merge in *[,[:cntrl:]]*) printf '::error::folders: no commas and line ends\n' && exit 1 ;; esac
  if [[ ! $environment =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]]; then
    printf '::error::environment: expected the NAME of environments/NAME.yaml\n'
    exit 1
  fi
  [[ $fail_on =~ ^(drift|incomplete|never)$ ]] || fail 'fail-on: expected drift, incomplete or never'
  [[ -z $shard || $shard =~ ^[1-9][0-9]*/[1-9][0-9]*$ ]] || fail 'shard: expected a part such as 2/3'
  [[ $who =~ ^(true|false)$ ]] || fail 'who: expected true or false'
  [[ -z $shard || -z $merge ]] || fail 'shard and merge: expected one of them'
  local stack
  read -r -d '' -a stacks <<<"${DRIFT_STACKS:-}" || true
  for stack in ${stacks[@]+"${stacks[@]}"}; do
    [[ $stack =~ ^[a-z0-9][a-z0-9-]*$ ]] || fail 'stacks: expected names of stacks, with blanks between'
  done
}

# Sets the array command: how Plumbline is run here, as asked or as the project has it.
find_command() {
  read -r -a command <<<"${DRIFT_COMMAND:-}"
  if ((${#command[@]})); then return; fi
  if [[ -x plumbline ]]; then
    command=(./plumbline)
  elif [[ -x mvnw ]]; then
    command=(./mvnw -B -ntp compile plumbline:drift)
  elif [[ -f pom.xml ]]; then
    command=(mvn -B -ntp compile plumbline:drift)
  else
    fail 'neither ./plumbline nor a pom.xml is here: give working-directory or command'
  fi
}

is_maven() { [[ ${command[0]##*/} =~ ^mvnw?$ ]]; }

# Sets the array parts: the reports to merge. The report of a shard that failed is not there, and the merge says so.
find_parts() {
  local file
  parts=()
  for file in "$merge"/drift.json "$merge"/*/drift.json; do
    [[ ! -f $file ]] || parts+=("$file")
  done
  ((${#parts[@]})) || fail 'there is no report to merge: no check came to its end'
}

# Adds to the command what to check or to merge, and where to write it.
add_arguments() {
  local IFS=, stack formats=(text)
  formats+=("json=$json" "sarif=$sarif" "junit=$junit" "html=$html" "markdown=$markdown" "github=$annotations")
  if [[ -n $merge ]]; then
    find_parts
    if is_maven; then
      command=("${command[@]/plumbline:drift/plumbline:merge}")
      command+=("-Dplumbline.reports=${parts[*]}" "-Dplumbline.output=${formats[*]}")
    else
      command+=(report merge "${parts[@]}" "${formats[@]/#/--output=}")
    fi
    return
  fi
  if is_maven; then
    command+=("-Dplumbline.environment=$environment" "-Dplumbline.output=${formats[*]}")
    ((${#stacks[@]} == 0)) || command+=("-Dplumbline.stack=${stacks[*]}")
    [[ -z $shard ]] || command+=("-Dplumbline.shard=$shard")
    [[ $who == false ]] || command+=("-Dplumbline.who=true")
    return
  fi
  command+=(drift -e "$environment" "${formats[@]/#/--output=}")
  for stack in ${stacks[@]+"${stacks[@]}"}; do command+=(-s "$stack"); done
  [[ -z $shard ]] || command+=(--shard "$shard")
  [[ $who == false ]] || command+=(--who)
}

# What stands in live values is no command to the runner: it takes none before it is given the word again.
run() {
  local word
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$word"
  status=0
  "${command[@]}" </dev/null || status=$?
  printf '\n::%s::\n' "$word"
}

# Sets verdict and code. The report has the verdict, since Maven has one exit code for all that fails; an exit code that
# says something else, or a report that is not there, is an error.
judge() {
  local file
  for file in "${written[@]}"; do
    [[ -f $file ]] || fail "${command[0]} ended with exit code $status and wrote no ${file##*/}; the log says why"
  done
  grep -Fxq "  \"environment\": \"$environment\"," "$json" || fail "${json##*/} is not of this environment"
  verdict=$(sed -n '/^  "verdict": /{s/^  "verdict": "\([a-z-]*\)",$/\1/p;q;}' "$json")
  case $verdict in
    in-sync) code=0 ;;
    drift) code=2 ;;
    incomplete) code=3 ;;
    *) fail "${json##*/} has no verdict" ;;
  esac
  if ((status != code)) && ! { is_maven && ((status == 1 && code != 0)); }; then
    fail "the report says $verdict, and ${command[0]} ended with exit code $status"
  fi
}

# GitHub counts files from the root of the repository, Plumbline from the project.
count_from_repository() {
  local root=${GITHUB_WORKSPACE:-$PWD} here prefix
  root=$(cd "$root" && pwd -P) here=$(pwd -P)
  [[ $here == "$root"/* ]] || return 0
  prefix=${here#"$root"/}
  if [[ ! $prefix =~ ^[A-Za-z0-9._/-]+$ ]]; then
    printf '::notice::%s has letters that are not counted on: lines of Java are shown without their file\n' "$prefix"
    return
  fi
  edit "s|^\(::[a-z]* file=\)|\1$prefix/|" "$annotations"
  edit "s|^\( *\"uri\": \"\)|\1$prefix/|" "$sarif"
}

edit() { sed "$1" "$2" >"$2.edited" && mv -f "$2.edited" "$2"; }

publish() {
  if [[ -z $shard ]]; then
    cat "$annotations"
    cat "$markdown" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  fi
  rm -f "$annotations"
  tell "$verdict" "$code"
  output complete "$(sed -n '/^  "complete": /{s/^  "complete": \([a-z]*\),$/\1/p;q;}' "$json")"
  output json "$json"
  output sarif "$sarif"
  output junit "$junit"
  output html "$html"
  output markdown "$markdown"
}

check_inputs
rm -f "${written[@]}" "$reports/verdict"
mkdir -p "$reports"
find_command
add_arguments
run
judge
count_from_repository
publish
case $fail_on/$verdict in
  never/* | drift/incomplete) exit 0 ;;
  *) exit "$code" ;;
esac
