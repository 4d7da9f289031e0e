/** Web security: filter chains, security headers, the sign-in page and its limits, and the end of idle sessions. */
@NullMarked
package io.plumbline.access.web;

import org.jspecify.annotations.NullMarked;
