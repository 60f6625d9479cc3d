/** One representative for each set of states that differ only in the names of instances. */
package skein.spec.symmetry;
