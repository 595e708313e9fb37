#!/usr/bin/env bash
<#--
  First boot of a GPU node, run by cloud-init. Running it again changes nothing.
    bucket      the checkpoint bucket's name
    gpus        GPUs that the node must have
    efa         whether the node must have an EFA device; false if not given
    scratch     where local NVMe goes; /scratch if not given
-->
set -euo pipefail

readonly checkpoint_bucket=[=bucket]
readonly gpus=[=gpus]
readonly efa=[=efa!false]
readonly scratch=[=scratch!"/scratch"]
readonly scratch_array=/dev/md/scratch

log() {
  logger --tag plumbline --stderr -- "$*"
}

fail() {
  log "node is not usable: $*"
  exit 1
}

# Calls a command every 5 seconds until it succeeds, for at most the given number of seconds.
wait_for() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || return 1
    sleep 5
  done
}

# Instance store disks, whichever names the kernel gave them; EBS volumes have another model.
local_disks() {
  lsblk --nodeps --noheadings --paths --output NAME,MODEL |
    awk '/Amazon EC2 NVMe Instance Storage/ { print $1 }'
}

# Where the image has taken the local disks itself, as AWS's deep learning images do: its mount.
mounted_by_image() {
  local disk
  systemctl start dlami-nvme.service 2>/dev/null || true
  while read -r disk; do
    lsblk --noheadings --raw --output MOUNTPOINT "$disk"
  done < <(local_disks) | awk 'NF && !seen { print $1; seen = 1 }'
}

# Stripes the local disks; fails where there are none. After a reboot the stripes are still there,
# after stop and start the disks are blank.
assemble_scratch() {
  local -a disks
  mapfile -t disks < <(local_disks)
  if ((${#disks[@]} == 0)); then
    return 1
  fi
  mdadm --assemble --scan >/dev/null 2>&1 || true
  if [[ ! -e $scratch_array ]]; then
    mdadm --create "$scratch_array" --run --name=scratch --homehost=any --level=0 --force \
      --raid-devices="${#disks[@]}" "${disks[@]}" || fail "the local disks cannot be striped"
    udevadm settle
  fi
}

mount_scratch() {
  mkdir -p "$scratch"
  if mountpoint --quiet "$scratch"; then
    return
  fi
  local place
  place=$(mounted_by_image)
  if [[ -n $place ]]; then
    mount --bind "$place" "$scratch"
  elif assemble_scratch; then
    blkid "$scratch_array" >/dev/null || mkfs.xfs -q "$scratch_array"
    mount -o noatime,discard "$scratch_array" "$scratch"
  else
    log "no local NVMe: $scratch is on the root volume"
  fi
  chmod 1777 "$scratch"
}

check_gpus() {
  wait_for 600 nvidia-smi || fail "nvidia-smi does not answer after 10 minutes"
  local found
  found=$(nvidia-smi --query-gpu=uuid --format=csv,noheader | wc -l)
  ((found == gpus)) || fail "$found of $gpus GPUs answer"
  # The daemon replaces the legacy mode of the driver, where it is installed.
  systemctl enable --now nvidia-persistenced.service 2>/dev/null || nvidia-smi --persistence-mode=1
}

# NVSwitch machines cannot run CUDA across GPUs before the fabric manager has set up their links.
start_fabric_manager() {
  if [[ -e /dev/nvidia-nvswitchctl ]]; then
    systemctl enable --now nvidia-fabricmanager.service || fail "the fabric manager does not start"
  fi
}

check_efa() {
  if [[ $efa != true ]]; then
    return
  fi
  export PATH=$PATH:/opt/amazon/efa/bin
  modprobe efa 2>/dev/null || true
  wait_for 120 fi_info --provider efa --fabric efa || fail "no EFA device answers"
}

write_environment() {
  local file=/etc/plumbline.env
  (
    umask 022
    printf 'PLUMBLINE_CHECKPOINT_BUCKET=%s\nPLUMBLINE_SCRATCH=%s\n' \
      "$checkpoint_bucket" "$scratch" >"$file.new"
  )
  mv -f "$file.new" "$file"
}

mount_scratch
check_gpus
start_fabric_manager
check_efa
write_environment
log "node is ready: $gpus GPUs, scratch on $scratch, checkpoints in $checkpoint_bucket"
