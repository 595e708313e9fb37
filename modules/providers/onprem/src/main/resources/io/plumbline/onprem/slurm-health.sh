#!/bin/sh
# slurmd runs this on each node from time to time. A node that lost a GPU gets no more jobs; those that run go on. Whoever
# mends it puts it back: scontrol update nodename=... state=resume
set -u
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
expected=@GPUS@
node=$(hostname -s)

drain() {
  # Somebody else's reason stays.
  case $(sinfo --noheader --nodes="$node" --format=%T) in
    drain* | down* | inval*) ;;
    *) scontrol update nodename="$node" state=drain reason="plumbline-health: $1" ;;
  esac
  exit 0
}

[ "$expected" -eq 0 ] && exit 0

# What hangs in a driver cannot be ended, and whoever waits for it hangs as well: it is left behind, and none is started
# beside it. The folder is there for as long as one is asked.
asked=/run/plumbline-health
if ! mkdir "$asked" 2>/dev/null; then
  [ -s "$asked/code" ] || drain "nvidia-smi does not answer"
  rm -rf "$asked"
  mkdir "$asked" || exit 0
fi
(
  nvidia-smi --query-gpu=name --format=csv,noheader >"$asked/said" 2>&1
  echo $? >"$asked/code"
) </dev/null >/dev/null 2>&1 &
tries=0
while [ ! -s "$asked/code" ]; do
  tries=$((tries + 1))
  [ "$tries" -le 150 ] || drain "nvidia-smi does not answer"
  sleep 0.2
done
code=$(cat "$asked/code")
found=$(grep -c . "$asked/said")
rm -rf "$asked"
[ "$code" -eq 0 ] || drain "nvidia-smi fails with $code"
[ "$found" -eq "$expected" ] || drain "$found of $expected GPUs"
exit 0
