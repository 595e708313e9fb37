#!/bin/sh
# Hears what Azure is about to do to this machine: see /usr/local/lib/plumbline/scheduled-events
set -eu
install -d -m 0755 /usr/local/lib/plumbline /etc/plumbline/interrupted.d
cat > /usr/local/lib/plumbline/scheduled-events <<'PLUMBLINE-PROGRAM'
@PROGRAM@
PLUMBLINE-PROGRAM
chmod 0755 /usr/local/lib/plumbline/scheduled-events
cat > /etc/systemd/system/plumbline-scheduled-events.service <<'PLUMBLINE-UNIT'
[Unit]
Description=Lets work end before Azure takes this machine
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=/usr/local/lib/plumbline/scheduled-events
Restart=always
RestartSec=5

[Install]
WantedBy=multi-user.target
PLUMBLINE-UNIT
systemctl daemon-reload
systemctl enable --now plumbline-scheduled-events.service
