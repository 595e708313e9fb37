/** What end-to-end tests share: a sandbox, projects in it, the command line, and a way round it. */
@NullMarked
package io.plumbline.e2e.harness;

import org.jspecify.annotations.NullMarked;
