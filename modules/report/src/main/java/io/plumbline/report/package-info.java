/** Reports of findings: text, JSON, SARIF, JUnit XML, Markdown, HTML. */
@NullMarked
package io.plumbline.report;

import org.jspecify.annotations.NullMarked;
