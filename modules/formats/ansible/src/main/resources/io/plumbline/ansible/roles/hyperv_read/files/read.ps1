# Says in JSON, in ASCII, what the virtual machines of this host are. A role of Ansible and a drift check both run it.
# Source: Microsoft, PowerShell module Hyper-V for Windows Server 2019 to 2025 (learn.microsoft.com, read 2026-11-26).
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
    # Administrators and Hyper-V Administrators: to anybody else Get-VM shows nothing, and says nothing of it.
    $me = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    $may = @('S-1-5-32-544', 'S-1-5-32-578' | Where-Object { $me.IsInRole([Security.Principal.SecurityIdentifier]$_) })
    if ($may.Count -eq 0) { throw "AccessDenied: $($me.Identity.Name) is no member of Hyper-V Administrators" }
    $vms = @(Get-VM | ForEach-Object {
            $vm = $_
            # A line of the notes for each tag; others are people's.
            $tags = @{}
            "$($vm.Notes)" -split '\r?\n' | Where-Object { $_ -match '^(plumbline:[a-z]+)=(.*)$' } | ForEach-Object {
                $key, $value = $_ -split '=', 2
                $tags[$key] = $value
            }
            $said = @{ name = "$($vm.Name)"; tags = $tags }
            try {
                $memory = Get-VMMemory -VM $vm
                $secure = 'Off'
                if ($vm.Generation -eq 2) {
                    $firmware = Get-VMFirmware -VM $vm
                    if ("$($firmware.SecureBoot)" -eq 'On') { $secure = "$($firmware.SecureBootTemplate)" }
                }
                $adapters = @(Get-VMNetworkAdapter -VM $vm)
                $switch = ''
                $vlan = 0
                $mac = ''
                if ($adapters.Count -gt 0) {
                    $switch = "$($adapters[0].SwitchName)"
                    $mac = if ($adapters[0].DynamicMacAddressEnabled) { 'dynamic' } else { "$($adapters[0].MacAddress)" }
                    $mode = Get-VMNetworkAdapterVlan -VMNetworkAdapter $adapters[0]
                    # No number says what a trunk or a private VLAN is.
                    if ("$($mode.OperationMode)" -eq 'Access') { $vlan = [int]$mode.AccessVlanId }
                    elseif ("$($mode.OperationMode)" -ne 'Untagged') { $vlan = -1 }
                }
                $disks = @(Get-VMHardDiskDrive -VM $vm | ForEach-Object {
                        @{
                            location = 64 * $_.ControllerNumber + $_.ControllerLocation
                            path = "$($_.Path)"
                            size = [long]((Get-VHD -Path $_.Path).Size / 1MB)
                        }
                    } | Sort-Object { $_.location })
                $said += @{
                    state = "$($vm.State)"
                    generation = [int]$vm.Generation
                    cpus = [int]$vm.ProcessorCount
                    memory = [long]($memory.Startup / 1MB)
                    dynamicMemory = [bool]$memory.DynamicMemoryEnabled
                    secureBoot = $secure
                    startAction = "$($vm.AutomaticStartAction)"
                    stopAction = "$($vm.AutomaticStopAction)"
                    adapters = $adapters.Count
                    virtualSwitch = $switch
                    vlan = $vlan
                    mac = $mac
                    disks = $disks
                    gpus = @(Get-VMAssignableDevice -VM $vm | ForEach-Object { "$($_.LocationPath)" })
                    gpuPartitions = @(Get-VMGpuPartitionAdapter -VM $vm).Count
                    lowMmio = [long]($vm.LowMemoryMappedIoSpace / 1MB)
                    highMmio = [long]($vm.HighMemoryMappedIoSpace / 1MB)
                    guestControlledCacheTypes = [bool]$vm.GuestControlledCacheTypes
                }
            }
            catch { $said.unread = "$($_.Exception.Message)" }
            $said
        })
    $answer = @{ vms = $vms }
}
catch { $answer = @{ failure = "$($_.Exception.Message)" } }
$json = ConvertTo-Json -InputObject $answer -Depth 5 -Compress
[regex]::Replace($json, '[^ -~]', { param($c) '\u{0:x4}' -f [int][char]$c.Value })
