package io.plumbline.model;

/** A cloud-neutral thing of the model. */
public interface Component {}
