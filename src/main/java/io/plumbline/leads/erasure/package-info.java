/** Erases the people of leads that became no patient, of spam, and of old requests; what the report counts stays. */
@NullMarked
package io.plumbline.leads.erasure;

import org.jspecify.annotations.NullMarked;
