# Removes one virtual machine with its disks, if it is the one that is meant. Values come as parameters alone.
# Source: Microsoft, PowerShell module Hyper-V (learn.microsoft.com, read 2026-11-26).
[CmdletBinding()]
param($Name, $Tags, $Folder)
$live = @(Get-VM | Where-Object { $_.Name -eq $Name })
if ($live.Count -ne 1) { throw "$($live.Count) virtual machines are called $Name" }
$notes = "$($live[0].Notes)" -split '\r?\n'
foreach ($key in $Tags.Keys) {
    if ($notes -notcontains "$key=$($Tags[$key])") { throw "$Name is another one: its notes do not say $key=$($Tags[$key])" }
}
if ("$($live[0].State)" -ne 'Off') { Stop-VM -VM $live[0] -TurnOff -Force }
$disks = @(Get-VMHardDiskDrive -VM $live[0] | ForEach-Object { $_.Path })
# GPUs go back to those that the host gives away.
Get-VMAssignableDevice -VM $live[0] | Remove-VMAssignableDevice
Remove-VM -VM $live[0] -Force
# What lies elsewhere was not put there by Plumbline.
foreach ($path in $disks) {
    if ($path.StartsWith("$Folder\", [StringComparison]::OrdinalIgnoreCase)) { Remove-Item -LiteralPath $path -Force }
}
if ((Test-Path -LiteralPath $Folder) -and -not (Get-ChildItem -LiteralPath $Folder -File -Recurse)) {
    Remove-Item -LiteralPath $Folder -Recurse -Force
}
