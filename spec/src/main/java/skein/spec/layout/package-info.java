/** Which bit of which word of a packed state holds what. */
package skein.spec.layout;
