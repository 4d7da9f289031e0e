package io.plumbline.orders;

import java.util.List;
import java.util.Map;

/**
 * The first page of a list, with how many orders each filter shows.
 *
 * @param rows the first rows
 */
public record OrderPage(List<OrderRow> rows, Map<OrderFilter, Long> counts) {}
