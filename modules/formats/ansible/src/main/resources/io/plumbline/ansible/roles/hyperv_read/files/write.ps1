# Makes one virtual machine, or changes those parts of it that are named; then it runs. Values come as parameters alone.
# Source: Microsoft, PowerShell modules Hyper-V and Storage (learn.microsoft.com, read 2026-11-26).
[CmdletBinding()]
param($Vm, $Parts, $TurnOff)

# A disk on which cloud-init looks for what it is told (data source NoCloud): it has its name when it is whole.
function New-Seed {
    param($Path, $Seed)
    $begun = "$Path.begun.vhdx"
    if (Test-Path -LiteralPath $begun) { Remove-Item -LiteralPath $begun -Force }
    $null = New-VHD -Path $begun -SizeBytes 64MB -Fixed
    try {
        $volume = Mount-VHD -Path $begun -Passthru | Initialize-Disk -PartitionStyle MBR -PassThru |
            New-Partition -UseMaximumSize -AssignDriveLetter |
            Format-Volume -FileSystem FAT -NewFileSystemLabel CIDATA -Confirm:$false
        $plain = New-Object Text.UTF8Encoding $false
        [IO.File]::WriteAllText("$($volume.DriveLetter):\meta-data", $Seed.meta_data, $plain)
        [IO.File]::WriteAllText("$($volume.DriveLetter):\user-data", $Seed.user_data, $plain)
    }
    finally { Dismount-VHD -Path $begun }
    Move-Item -LiteralPath $begun -Destination $Path
}

function New-Machine {
    param($Vm)
    $boot = @($Vm.disks)[0].path
    $folder = Split-Path -Parent $boot
    if (Test-Path -LiteralPath $boot) { throw "$boot is there, and belongs to no virtual machine: move it away, or remove it" }
    $null = New-Item -ItemType Directory -Path $folder -Force
    Copy-Item -LiteralPath $Vm.template -Destination "$boot.begun" -Force
    Move-Item -LiteralPath "$boot.begun" -Destination $boot
    $new = @{
        Name = $Vm.name
        Generation = 2
        MemoryStartupBytes = [int64]$Vm.memory * 1MB
        VHDPath = $boot
        SwitchName = $Vm.virtual_switch
        Path = Split-Path -Parent $folder
    }
    try { $made = New-VM @new }
    catch {
        Remove-Item -LiteralPath $boot -Force
        throw
    }
    # On a desktop's Windows they are on by themselves.
    Set-VM -VM $made -AutomaticCheckpointsEnabled $false
    $made
}

function Start-Machine {
    param($Live)
    if ("$($Live.State)" -eq 'Paused') { Resume-VM -VM $Live } else { Start-VM -VM $Live }
}

function Set-Disk {
    param($Live, $Vm)
    foreach ($disk in $Vm.disks) {
        $bytes = [uint64]$disk.size * 1MB
        $there = Get-VMHardDiskDrive -VM $Live -ControllerType SCSI -ControllerNumber 0 -ControllerLocation $disk.location
        # Only of what cloud-init is told there is another one; any other disk has somebody's data on it.
        if ($there -and $there.Path -ne $disk.path) {
            if ($disk.location -ne 63) {
                throw "$($there.Path) is where $($disk.path) belongs: move it away, and keep what is on it"
            }
            Remove-VMHardDiskDrive -VMHardDiskDrive $there
            Remove-Item -LiteralPath $there.Path -Force
            $there = $null
        }
        if (-not (Test-Path -LiteralPath $disk.path)) {
            if ($disk.location -eq 63) { New-Seed -Path $disk.path -Seed $Vm.seed }
            else { $null = New-VHD -Path $disk.path -SizeBytes $bytes -Dynamic }
        }
        if (-not $there) {
            Add-VMHardDiskDrive -VM $Live -ControllerType SCSI -ControllerNumber 0 -ControllerLocation $disk.location -Path $disk.path
        }
        if ((Get-VHD -Path $disk.path).Size -lt $bytes) { Resize-VHD -Path $disk.path -SizeBytes $bytes }
    }
    $places = @($Vm.disks | ForEach-Object { $_.location })
    Get-VMHardDiskDrive -VM $Live |
        Where-Object { $places -notcontains (64 * $_.ControllerNumber + $_.ControllerLocation) } |
        Remove-VMHardDiskDrive
}

function Set-Network {
    param($Live, $Vm)
    $adapters = @(Get-VMNetworkAdapter -VM $Live)
    if ($adapters.Count -eq 0) { $adapters = @(Add-VMNetworkAdapter -VM $Live -Passthru) }
    Connect-VMNetworkAdapter -VMNetworkAdapter $adapters[0] -SwitchName $Vm.virtual_switch
    if ($Vm.vlan -eq 0) { Set-VMNetworkAdapterVlan -VMNetworkAdapter $adapters[0] -Untagged }
    else { Set-VMNetworkAdapterVlan -VMNetworkAdapter $adapters[0] -Access -VlanId $Vm.vlan }
    $adapters | Select-Object -Skip 1 | Remove-VMNetworkAdapter
}

function Set-Gpu {
    param($Live, $Vm)
    $there = @(Get-VMAssignableDevice -VM $Live)
    $there | Where-Object { @($Vm.gpus) -notcontains $_.LocationPath } | Remove-VMAssignableDevice
    foreach ($path in $Vm.gpus) {
        if (@($there | ForEach-Object { $_.LocationPath }) -notcontains $path) {
            Add-VMAssignableDevice -VM $Live -LocationPath $path
        }
    }
}

function Set-GpuPartition {
    param($Live, $Vm)
    $there = @(Get-VMGpuPartitionAdapter -VM $Live)
    for ($i = $there.Count; $i -lt $Vm.gpu_partitions; $i++) { Add-VMGpuPartitionAdapter -VM $Live }
    for ($i = [int]$Vm.gpu_partitions; $i -lt $there.Count; $i++) {
        Remove-VMGpuPartitionAdapter -VM $Live -AdapterId $there[$i].Id
    }
}

$found = @(Get-VM | Where-Object { $_.Name -eq $Vm.name })
if ($found.Count -gt 1) { throw "$($found.Count) virtual machines are called $($Vm.name)" }
$live = if ($found.Count -eq 1) { $found[0] } else { New-Machine -Vm $Vm }
if ($TurnOff -and "$($live.State)" -ne 'Off') {
    # What is saved or paused cannot shut down.
    if ("$($live.State)" -ne 'Running') { Start-Machine -Live $live }
    Stop-VM -VM $live -Force
}
foreach ($part in $Parts) {
    switch ($part) {
        'tags' {
            $kept = @("$($live.Notes)" -split '\r?\n' | Where-Object { $_ -and $_ -notmatch '^plumbline:[a-z]+=' })
            $ours = @($Vm.tags.Keys | Sort-Object | ForEach-Object { "$_=$($Vm.tags[$_])" })
            Set-VM -VM $live -Notes (($kept + $ours) -join "`r`n")
        }
        'start_action' { Set-VM -VM $live -AutomaticStartAction $Vm.start_action }
        'stop_action' { Set-VM -VM $live -AutomaticStopAction $Vm.stop_action }
        'cpus' { Set-VMProcessor -VM $live -Count $Vm.cpus }
        'memory' { Set-VMMemory -VM $live -DynamicMemoryEnabled $false -StartupBytes ([int64]$Vm.memory * 1MB) }
        'secure_boot' {
            if ($Vm.secure_boot -eq 'Off') { Set-VMFirmware -VM $live -EnableSecureBoot Off }
            else { Set-VMFirmware -VM $live -EnableSecureBoot On -SecureBootTemplate $Vm.secure_boot }
        }
        'network' { Set-Network -Live $live -Vm $Vm }
        'mac' {
            $adapter = @(Get-VMNetworkAdapter -VM $live)[0]
            if ($Vm.mac -eq 'dynamic') { Set-VMNetworkAdapter -VMNetworkAdapter $adapter -DynamicMacAddress }
            else { Set-VMNetworkAdapter -VMNetworkAdapter $adapter -StaticMacAddress $Vm.mac }
        }
        'disks' { Set-Disk -Live $live -Vm $Vm }
        'mmio' {
            $room = @{
                LowMemoryMappedIoSpace = [uint32]([uint64]$Vm.low_mmio * 1MB)
                HighMemoryMappedIoSpace = [uint64]$Vm.high_mmio * 1MB
                GuestControlledCacheTypes = [bool]$Vm.guest_controlled_cache_types
            }
            Set-VM -VM $live @room
        }
        'gpus' { Set-Gpu -Live $live -Vm $Vm }
        'gpu_partitions' { Set-GpuPartition -Live $live -Vm $Vm }
        default { throw "$part is no part of a virtual machine" }
    }
}
$live = Get-VM -Id $live.Id
if ("$($live.State)" -ne 'Running') {
    Start-Machine -Live $live
    # It counts as up when its system answers the host, and not before.
    $end = (Get-Date).AddMinutes(15)
    while ("$((Get-VM -Id $live.Id).Heartbeat)" -notlike 'Ok*') {
        if ((Get-Date) -gt $end) { throw "$($Vm.name) was started, and has not answered its host within 15 minutes" }
        Start-Sleep -Seconds 5
    }
}
