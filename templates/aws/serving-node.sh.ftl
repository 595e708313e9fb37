#!/usr/bin/env bash
<#--
  First boot of a node that serves behind a balancer: Amazon's CloudWatch agent, and what completes the
  hooks of the node's scaling group. Running it again changes nothing. More goes before the last part,
  which says that the node is set up.
    port        where it serves: a node that has to go stays until nobody is connected there
    interval    seconds between two measurements; 60 if not given
-->
set -euo pipefail

<#include "parts/metrics-agent.sh.ftl">

<#include "parts/lifecycle-hooks.sh.ftl">
