#!/bin/sh
# What ipmi_sim asks of the chassis (chassis_control of ipmi_lan(5)): a file for each setting in the folder FOLDER.
op=$1
shift
case $op in
  get) for each; do echo "$each:$(cat "$FOLDER/$each")"; done ;;
  set)
    while [ $# -gt 1 ]; do
      echo "$2" >"$FOLDER/$1"
      shift 2
    done
    ;;
esac
