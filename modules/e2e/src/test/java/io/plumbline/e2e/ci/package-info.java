/** What runs Plumbline in other people's pipelines: the action, the workflows, the Jenkinsfile. */
@NullMarked
package io.plumbline.e2e.ci;

import org.jspecify.annotations.NullMarked;
