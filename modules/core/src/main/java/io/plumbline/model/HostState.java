package io.plumbline.model;

/** What a machine of ours is for, at the moment. */
public enum HostState {
  /** It works: all that is said of its fleet must hold. */
  IN_SERVICE,
  /** Somebody works on it: nothing is done to it, and nothing is expected of it. */
  IN_REPAIR,
  /** It waits in its rack: nothing is done to it until it is taken into service. */
  SPARE,
  /**
   * It may be installed anew, which takes all that is on it: whoever asks for that gets it done.
   * Until it is in service, nothing is expected of it.
   */
  INSTALL
}
