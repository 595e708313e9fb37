#!/usr/bin/env bash
<#--
  First boot of a node that evaluates checkpoints: says where they are.
    bucket      the name of the bucket
-->
set -euo pipefail

echo CHECKPOINTS=s3://[=bucket] >/etc/checkpoints.env
