<#--
  Part of a boot script: completes the hooks of the node's scaling group. "launch", once this script has
  come so far, and whenever the node comes out of a warm pool; "drain", once nobody is connected to the
  port. The pool's role has the right to. A node that never comes so far is given up by its group.
    port        where the node serves
-->
readonly port=[=port]

write_hooks() {
  printf 'PORT=%s\n' "$port" >/etc/plumbline-hooks.env
  cat >/usr/local/sbin/plumbline-hooks <<'SCRIPT'
#!/usr/bin/env bash
# Completes the lifecycle hooks of this node's scaling group.
set -euo pipefail

metadata() {
  local token
  token=$(curl --silent --fail --request PUT http://169.254.169.254/latest/api/token \
    --header 'X-aws-ec2-metadata-token-ttl-seconds: 60')
  curl --silent --fail --header "X-aws-ec2-metadata-token: $token" \
    "http://169.254.169.254/latest/meta-data/$1"
}

complete() {
  aws autoscaling complete-lifecycle-action --region "$region" --instance-id "$node" \
    --auto-scaling-group-name "$group" --lifecycle-hook-name "$1" \
    --lifecycle-action-result CONTINUE
}

busy() {
  [[ -n $(ss --no-header --tcp --numeric state established "( sport = :$PORT )") ]]
}

# A node that goes back into a warm pool waits at the hook of those that go.
reached() {
  case $1 in
    InService) complete launch ;;
    Warmed:*) complete launch || complete drain ;;
    Terminated) ! busy && complete drain ;;
    *) false ;;
  esac
}

node=$(metadata instance-id)
region=$(metadata placement/region)
group=$(aws autoscaling describe-auto-scaling-instances --region "$region" \
  --instance-ids "$node" --query 'AutoScalingInstances[0].AutoScalingGroupName' --output text)

# Where no hook waits for the node, as where it started before there was one, AWS refuses: after ten
# minutes of asking there is none.
known=""
asked=0
while sleep 5; do
  wanted=$(metadata autoscaling/target-lifecycle-state || true)
  if [[ $wanted == "$known" ]]; then
    continue
  fi
  asked=$((asked + 1))
  if reached "$wanted" || { [[ $wanted != Terminated ]] && ((asked >= 120)); }; then
    known=$wanted
    asked=0
  fi
done
SCRIPT
  chmod 755 /usr/local/sbin/plumbline-hooks
  cat >/etc/systemd/system/plumbline-hooks.service <<'UNIT'
[Unit]
Description=Completes the lifecycle hooks of this node's scaling group
Wants=network-online.target
After=network-online.target

[Service]
EnvironmentFile=/etc/plumbline-hooks.env
ExecStart=/usr/local/sbin/plumbline-hooks
Restart=on-failure
RestartSec=10

[Install]
WantedBy=multi-user.target
UNIT
}

write_hooks
systemctl daemon-reload
systemctl enable --now plumbline-hooks.service
