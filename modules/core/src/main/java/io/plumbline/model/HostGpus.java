package io.plumbline.model;

/**
 * The GPUs of a host, all alike.
 *
 * @param count how many
 * @param model which
 * @param ecc whether memory is checked, as it is in data centres
 * @param mig whether they are cut into slices
 * @param persistence whether the driver stays loaded while nothing uses them
 */
public record HostGpus(int count, Gpu model, boolean ecc, boolean mig, boolean persistence) {}
