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
said=$(timeout 30 nvidia-smi --query-gpu=name --format=csv,noheader 2>&1)
code=$?
[ "$code" -eq 124 ] && drain "nvidia-smi does not answer"
[ "$code" -eq 0 ] || drain "nvidia-smi fails with $code"
found=$(printf '%s\n' "$said" | grep -c .)
[ "$found" -eq "$expected" ] || drain "$found of $expected GPUs"
exit 0
