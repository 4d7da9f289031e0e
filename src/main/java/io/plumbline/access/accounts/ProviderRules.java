package io.plumbline.access.accounts;

/**
 * How people get in by single sign-on.
 *
 * @param provider the name that staff know it by
 * @param createsAccounts whether a person without account gets one
 * @param localAdministrator the user name of the account that the provider never opens; empty if there is none
 */
public record ProviderRules(String provider, boolean createsAccounts, String localAdministrator) {}
