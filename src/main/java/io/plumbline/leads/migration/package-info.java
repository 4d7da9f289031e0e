/** Migrations that compute the search tokens of leads. */
@NullMarked
package io.plumbline.leads.migration;

import org.jspecify.annotations.NullMarked;
