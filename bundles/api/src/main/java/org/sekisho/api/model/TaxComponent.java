package org.sekisho.api.model;

/**
 * One jurisdiction's share of a stacked tax rate.
 *
 * @param name of the jurisdiction
 * @param rate its share
 * @param tax what it receives
 */
public record TaxComponent(String name, TaxRate rate, Money tax) {}
