package io.plumbline.referrals;

import java.util.List;
import java.util.Map;

/**
 * The first page of a list, with how many referrals each filter shows.
 *
 * @param rows the first rows
 */
public record ReferralPage(List<ReferralRow> rows, Map<ReferralFilter, Long> counts) {}
