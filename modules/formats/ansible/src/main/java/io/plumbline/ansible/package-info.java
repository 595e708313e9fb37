/** Ansible: variables of machines, roles that act on them, and the engine that runs them. */
@NullMarked
package io.plumbline.ansible;

import org.jspecify.annotations.NullMarked;
