<#--
  Part of a boot script: Amazon's CloudWatch agent.
    interval    seconds between two measurements; 60 if not given
-->
readonly interval=[=interval!60]
readonly agent=/opt/aws/amazon-cloudwatch-agent
readonly settings=$agent/etc/plumbline.json

# The agent itself fills in the group's name. A policy asks for the average over the group, so the
# dimension is the group alone.
write_settings() {
  mkdir -p "${settings%/*}"
  cat >"$settings" <<JSON
{
  "agent": {"metrics_collection_interval": $interval},
  "metrics": {
    "namespace": "CWAgent",
    "append_dimensions": {"AutoScalingGroupName": "\${aws:AutoScalingGroupName}"},
    "aggregation_dimensions": [["AutoScalingGroupName"]],
    "metrics_collected": {
      "mem": {"measurement": ["mem_used_percent"]},
      "nvidia_gpu": {"measurement": ["utilization_gpu", "memory_used", "memory_total"]}
    }
  }
}
JSON
}

write_settings
"$agent/bin/amazon-cloudwatch-agent-ctl" -a fetch-config -m ec2 -s -c "file:$settings"
