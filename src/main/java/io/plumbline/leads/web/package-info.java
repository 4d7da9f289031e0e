/** The public booking form: a plain page that works without a session and without scripts. */
@NullMarked
package io.plumbline.leads.web;

import org.jspecify.annotations.NullMarked;
