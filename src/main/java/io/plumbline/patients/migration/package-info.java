/** Migrations that compute the search tokens of patients. */
@NullMarked
package io.plumbline.patients.migration;

import org.jspecify.annotations.NullMarked;
