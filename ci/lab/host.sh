#!/usr/bin/env bash
# Turns a process in namespaces of its own into a machine: NAME ROOT PROC FILE. What number
# its first process has in PROC, FILE gets to know.
set -eu
hostname "$1"
read -r pid rest <"$3/self/stat"
echo "$pid" >"$4"
cd "$2"
mount -t proc proc proc
# Of the kernel's parameters those of the network are a machine's own; the others are everybody's.
mount --bind proc/sys proc/sys
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,ro proc/sys
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs tmpfs tmp
mkdir -p run/sshd run/lock
pivot_root . mnt
cd /
umount -l /mnt
exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /usr/sbin/sshd -D -e
