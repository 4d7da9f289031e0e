/** The doors: filter chains, security headers, the sign-in page and its limits, the end of an idle session. */
@NullMarked
package io.plumbline.access.web;

import org.jspecify.annotations.NullMarked;
