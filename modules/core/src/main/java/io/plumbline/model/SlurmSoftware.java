package io.plumbline.model;

/**
 * Slurm's own packages, by their names on Debian and Ubuntu, each where it belongs.
 *
 * @param slurm version of slurmctld, slurmd and slurm-client
 * @param munge version of munge, by which machines of a cluster believe each other
 */
public record SlurmSoftware(String slurm, String munge) {}
