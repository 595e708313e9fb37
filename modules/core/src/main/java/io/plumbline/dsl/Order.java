package io.plumbline.dsl;

import io.plumbline.model.Site;

/**
 * A component that was asked for and is about to be set up: its id, where it is to live, and the
 * line that asks.
 */
record Order(Draft draft, String id, Site site, CallSite callSite) {}
