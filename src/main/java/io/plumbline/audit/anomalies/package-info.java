/** Unusual accesses to records of patients, found in the trail by rule, for the privacy officer to decide on. */
@NullMarked
package io.plumbline.audit.anomalies;

import org.jspecify.annotations.NullMarked;
