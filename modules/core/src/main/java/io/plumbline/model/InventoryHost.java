package io.plumbline.model;

import io.plumbline.diagnostic.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One row of an inventory: a machine of ours, as whoever mounted it wrote it down.
 *
 * @param name its host name, {@code [a-z0-9-]{1,63}}
 * @param address where it is reached: an IPv4 or IPv6 address, or a name that resolves
 * @param serial the serial number that its vendor gave it, as its firmware says it
 * @param rack the rack that it stands in
 * @param slot its lowest height unit there, from 1 at the bottom
 * @param mac the hardware address of its first interface, {@code aa:bb:cc:dd:ee:ff}; null where
 *     nothing boots it over the network
 * @param bmc where its management controller is reached; null where it has none
 * @param state what it is for
 * @param source its row
 */
public record InventoryHost(
    String name,
    String address,
    String serial,
    String rack,
    int slot,
    @Nullable String mac,
    @Nullable String bmc,
    HostState state,
    SourceLine source) {}
