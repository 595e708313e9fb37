#!/usr/bin/env bash
<#--
  Sets up Amazon's CloudWatch agent, which the image brings, so that it sends what pools scale by: how
  busy GPUs are, their memory, the node's memory, each averaged over the scaling group. Running it
  again changes nothing.
    interval    seconds between two measurements; 60 if not given
-->
set -euo pipefail

<#include "parts/metrics-agent.sh.ftl">
