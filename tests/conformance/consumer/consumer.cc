#include <httpstatus.h>
#include <iostream>

int main()
{
  std::cout << httpstatus_version() << " " << HTTPSTATUS_NOT_FOUND << " " << httpstatus_reason(HTTPSTATUS_NOT_FOUND) << "\n";
}
