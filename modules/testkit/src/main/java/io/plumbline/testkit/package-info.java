/** Contract tests and a fault-injecting proxy for the tests of the other modules. */
@NullMarked
package io.plumbline.testkit;

import org.jspecify.annotations.NullMarked;
