package io.plumbline.model;

/**
 * Where it is recorded who talked to whom in a network.
 *
 * @param prefix in front of the names of the objects, without a slash at its ends
 */
public record FlowLogs(Bucket bucket, String prefix) {}
