/** Checkpoints: signed heads of the audit trail in a folder outside, which only grows. */
@NullMarked
package io.plumbline.audit.checkpoints;

import org.jspecify.annotations.NullMarked;
